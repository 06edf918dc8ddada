namespace KhuyenCong.Services.Exports.Xlsx;

internal enum CellSide
{
    Left,
    Center,
    Right,
}
