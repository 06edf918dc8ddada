-- Stop the portal first. Run as an administrator of the server, then login.sql, then «audit verify»:
--   sqlcmd -S db -N -i restore.sql -v Folder="/var/opt/mssql/backup" -v Name="2026-03-18-020000"
ALTER DATABASE KhuyenCong SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
GO
DECLARE @file nvarchar(400) = N'$(Folder)/khuyencong-$(Name).bak';
DECLARE @log nvarchar(400) = N'$(Folder)/khuyencong-$(Name).trn';
RESTORE DATABASE KhuyenCong FROM DISK = @file WITH CHECKSUM, REPLACE, NORECOVERY;
RESTORE LOG KhuyenCong FROM DISK = @log WITH CHECKSUM, RECOVERY;
GO
ALTER DATABASE KhuyenCong SET MULTI_USER;
GO
