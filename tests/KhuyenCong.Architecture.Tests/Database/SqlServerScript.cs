using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace KhuyenCong.Architecture.Tests.Database;

/// <summary>Reads a script as SQL Server 2022 would, without a server.</summary>
internal static class SqlServerScript
{
    /// <summary>What the parser of SQL Server 2022 does not understand.</summary>
    public static IReadOnlyList<string> SyntaxErrors(string script)
    {
        Parse(script, out var errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }

    /// <summary>What the definitions of a script do not fit together: missing tables, columns, wrong types.</summary>
    public static IReadOnlyList<string> ModelErrors(string script)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var generator = new Sql160ScriptGenerator();
        foreach (var statement in Parse(script, out _).Batches.SelectMany(b => b.Statements).Where(s => s is CreateTableStatement or CreateIndexStatement or AlterTableStatement or CreateSchemaStatement))
        {
            generator.GenerateScript(statement, out var sql);
            model.AddObjects(sql);
        }

        return [.. model.Validate().Where(m => m.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(m => $"{m.Prefix}{m.Number}: {m.Message}")];
    }

    /// <summary>How many tables the script makes.</summary>
    public static int Tables(string script) => Parse(script, out _).Batches.SelectMany(b => b.Statements).OfType<CreateTableStatement>().Count();

    private static TSqlScript Parse(string script, out IList<ParseError> errors)
    {
        using var reader = new StringReader(script);
        return (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
