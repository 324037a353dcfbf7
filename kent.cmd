@echo off
rem The one command of KentSufficiency, for Windows: see the bash script `kent` beside it.
rem Simpler than that one: it leaves it to the incremental build to find out whether a source has changed.
setlocal
set "root=%~dp0"
set "artifacts=%root%artifacts"

rem In the root, so that global.json decides which SDK will do.
pushd "%root%"
dotnet --version >nul 2>nul
set "found=%errorlevel%"
popd
if not "%found%"=="0" (
    echo kent: the .NET 10 SDK is needed and was not found: see https://dotnet.microsoft.com/download 1>&2
    exit /b 3
)

if not "%~1"=="test" goto :restore
rem What follows the word test goes to dotnet test.
set "rest=%*"
dotnet test "%root%KentSufficiency.sln" -c Release --nologo %rest:~4%
exit /b %errorlevel%

:restore
if not "%~1"=="--restore" goto :run
dotnet build "%root%KentSufficiency.sln" -c Release --nologo -v quiet --no-incremental -p:RestoreForce=true
exit /b %errorlevel%

:run
if not exist "%artifacts%" mkdir "%artifacts%"
if not exist "%artifacts%\bin\Cli\release\kent.exe" echo building KentSufficiency ^(first run takes about a minute^)... 1>&2
dotnet build "%root%src\Cli" -c Release --nologo -v quiet >"%artifacts%\kent-build.log" 2>&1
if errorlevel 1 (
    type "%artifacts%\kent-build.log" 1>&2
    exit /b 1
)
"%artifacts%\bin\Cli\release\kent.exe" %*
exit /b %errorlevel%
