using KhuyenCong.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Xunit;

namespace KhuyenCong.Web.Tests.TagHelpers;

public class ErrorMarkTagHelperTests
{
    private readonly ViewContext _view = Rendered.View();

    [Fact]
    public async Task A_control_that_is_wrong_is_marked_and_described_by_its_message()
    {
        _view.ModelState.AddModelError("Input.Code", "Mã không đúng");
        var control = await Rendered.ElementAsync(new ErrorOfTagHelper { ErrorOf = "Input.Code", ViewContext = _view }, "", ("aria-describedby", "goi-y"));
        Assert.Equal(("Input_Code", "true", "goi-y Input_Code_loi"), (control.Id, control.GetAttribute("aria-invalid"), control.GetAttribute("aria-describedby")));
        var message = await Rendered.ElementAsync(new FieldErrorTagHelper { Of = "Input.Code", ViewContext = _view });
        Assert.Equal(("Input_Code_loi", "field-error", "✕ Mã không đúng"), (message.Id, message.ClassName, message.TextContent));
    }

    [Theory]
    [InlineData("Input.Code")]
    [InlineData("")]
    public async Task What_is_right_or_was_not_sent_is_not_marked(string key)
    {
        _view.ModelState.AddModelError("Input.Other", "Sai");
        var control = await Rendered.ElementAsync(new ErrorOfTagHelper { ErrorOf = key, ViewContext = _view });
        Assert.False(control.HasAttribute("aria-invalid") || control.HasAttribute("aria-describedby"));
        Assert.Equal("", await Rendered.HtmlAsync(new FieldErrorTagHelper { Of = key, ViewContext = _view }));
    }
}
