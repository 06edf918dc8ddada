using System.Reflection;
using System.Xml.Linq;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Layers;

public sealed class ProjectGraphTests
{
    [Fact]
    public void Project_files_point_one_way()
    {
        var breaches = ProjectGraph.Projects.SelectMany(p => ProjectGraph.Breaches(p, XDocument.Load(Repository.At($"src/KhuyenCong.{p}/KhuyenCong.{p}.csproj"))));
        Assert.Empty(breaches);
    }

    [Fact]
    public void Assemblies_point_one_way()
    {
        var breaches = Product.All.SelectMany(a => ProjectGraph.Breaches(a.GetName().Name!["KhuyenCong.".Length..], a.GetReferencedAssemblies()));
        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_source_project_is_in_the_graph() => Assert.Equal(
        ProjectGraph.Projects.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Repository.At("src")).Select(d => Path.GetFileName(d)["KhuyenCong.".Length..]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Domain", "<ProjectReference Include='../KhuyenCong.Data/KhuyenCong.Data.csproj' />")]
    [InlineData("Domain", "<PackageReference Include='FluentValidation' />")]
    [InlineData("Data", "<ProjectReference Include='../KhuyenCong.Services/KhuyenCong.Services.csproj' />")]
    [InlineData("Services", "<ProjectReference Include='..\\KhuyenCong.Data.Sqlite\\KhuyenCong.Data.Sqlite.csproj' />")]
    public void A_reference_against_the_arrow_is_found_in_a_project_file(string project, string reference) =>
        Assert.Single(ProjectGraph.Breaches(project, XDocument.Parse($"<Project><ItemGroup>{reference}</ItemGroup></Project>")));

    [Theory]
    [InlineData("Domain", "KhuyenCong.Data")]
    [InlineData("Domain", "Microsoft.EntityFrameworkCore")]
    [InlineData("Services", "KhuyenCong.Data.SqlServer")]
    [InlineData("Data.Sqlite", "KhuyenCong.Services")]
    public void A_reference_against_the_arrow_is_found_in_an_assembly(string project, string reference) =>
        Assert.Single(ProjectGraph.Breaches(project, [new AssemblyName(reference), new AssemblyName("System.Runtime")]));
}
