# The portal as a container: published output, an unprivileged user, ICU and time zones for Vietnamese.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore src/KhuyenCong.Web --locked-mode
RUN dotnet publish src/KhuyenCong.Web -c Release -o /app --no-restore

# The Debian-based image carries ICU and tzdata; the slim variants do not.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
WORKDIR /app
COPY --from=build /app .
RUN mkdir -p /data/kho && chown -R $APP_UID:$APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    TZ=Asia/Ho_Chi_Minh \
    Storage__Root=/data/kho
USER $APP_UID
VOLUME /data
EXPOSE 8080
# Migrations run at the first start: give them time.
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 CMD ["dotnet", "KhuyenCong.Web.dll", "health", "--url", "http://localhost:8080"]
ENTRYPOINT ["dotnet", "KhuyenCong.Web.dll"]
