-- A trial restore beside the database that is in use; then run «audit verify» on it:
--   sqlcmd -S db -N -i trial.sql -v Folder="/var/opt/mssql/backup" -v Name="2026-03-18-020000"
--   ConnectionStrings__KhuyenCong="…;Database=KhuyenCongThu;…" Storage__Root=<the copied files> Audit__HeadFolder=<the copied heads> dotnet KhuyenCong.Web.dll audit verify
DECLARE @file nvarchar(400) = N'$(Folder)/khuyencong-$(Name).bak';
RESTORE DATABASE KhuyenCongThu FROM DISK = @file
    WITH MOVE N'KhuyenCong' TO N'/var/opt/mssql/data/KhuyenCongThu.mdf', MOVE N'KhuyenCong_log' TO N'/var/opt/mssql/data/KhuyenCongThu.ldf', CHECKSUM, REPLACE;
GO
DBCC CHECKDB (KhuyenCongThu) WITH NO_INFOMSGS, ALL_ERRORMSGS;
GO
