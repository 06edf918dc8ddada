namespace KhuyenCong.Services.Plans;

public enum PlanListSort
{
    Newest,
    Oldest,
    Title,
    Status,
}
