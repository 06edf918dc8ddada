-- Run each night, and BACKUP LOG every quarter of an hour, as a login with the role db_backupoperator:
--   sqlcmd -S db -N -i backup.sql -v Folder="/var/opt/mssql/backup" -v Name="2026-03-18-020000"
-- Copy Storage:Root after it: files are only ever added, so that all the database names are there.
DECLARE @file nvarchar(400) = N'$(Folder)/khuyencong-$(Name).bak';
BACKUP DATABASE KhuyenCong TO DISK = @file WITH CHECKSUM, INIT, FORMAT, COMPRESSION, NAME = N'KhuyenCong $(Name)';
RESTORE VERIFYONLY FROM DISK = @file WITH CHECKSUM;
GO
DECLARE @log nvarchar(400) = N'$(Folder)/khuyencong-$(Name).trn';
BACKUP LOG KhuyenCong TO DISK = @log WITH CHECKSUM, INIT, FORMAT, COMPRESSION;
GO
