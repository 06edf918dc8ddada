namespace KhuyenCong.Domain.Projects;

/// <summary>How a project stands against its time.</summary>
public enum ScheduleStanding
{
    OnTime,

    /// <summary>Có nguy cơ chậm: the end is near and too little is done.</summary>
    AtRisk,

    /// <summary>Quá hạn.</summary>
    Late,
}
