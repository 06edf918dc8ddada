namespace KhuyenCong.Web.Security.Factors;

/// <summary>A form that knows, once loaded, whether its act is refused whatever is sent: then no factor is asked for first.</summary>
public interface IRefusingForm
{
    bool IsRefused { get; }
}
