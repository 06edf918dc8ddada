-- Run once as an administrator of the server, and again after every restore on another server:
--   sqlcmd -S db -N -i login.sql -v AppPassword="…" -v MigratePassword="…"
-- The portal's own login reads and writes rows and can change no table. Migrations run under a login of their own,
-- which the portal does not know: khuyencong_migrate.
IF DB_ID(N'KhuyenCong') IS NULL
    CREATE DATABASE KhuyenCong;
GO
-- Readers do not wait for writers.
ALTER DATABASE KhuyenCong SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
ALTER DATABASE KhuyenCong SET RECOVERY FULL;
ALTER DATABASE KhuyenCong SET PAGE_VERIFY CHECKSUM;
GO
IF SUSER_ID(N'khuyencong_app') IS NULL
    CREATE LOGIN khuyencong_app WITH PASSWORD = N'$(AppPassword)', CHECK_POLICY = ON, DEFAULT_DATABASE = KhuyenCong;
ELSE
    ALTER LOGIN khuyencong_app WITH PASSWORD = N'$(AppPassword)';
IF SUSER_ID(N'khuyencong_migrate') IS NULL
    CREATE LOGIN khuyencong_migrate WITH PASSWORD = N'$(MigratePassword)', CHECK_POLICY = ON, DEFAULT_DATABASE = KhuyenCong;
ELSE
    ALTER LOGIN khuyencong_migrate WITH PASSWORD = N'$(MigratePassword)';
GO
USE KhuyenCong;
GO
IF USER_ID(N'khuyencong_app') IS NULL
    CREATE USER khuyencong_app FOR LOGIN khuyencong_app WITH DEFAULT_SCHEMA = dbo;
ELSE
    ALTER USER khuyencong_app WITH LOGIN = khuyencong_app;
IF USER_ID(N'khuyencong_migrate') IS NULL
    CREATE USER khuyencong_migrate FOR LOGIN khuyencong_migrate WITH DEFAULT_SCHEMA = dbo;
ELSE
    ALTER USER khuyencong_migrate WITH LOGIN = khuyencong_migrate;
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO khuyencong_app;
-- «audit verify» and readiness compare the schema; they see its definition and change nothing.
GRANT VIEW DEFINITION TO khuyencong_app;
ALTER ROLE db_owner ADD MEMBER khuyencong_migrate;
GO
