@echo off
rem The one command of KentSufficiency, for Windows: see the bash script `kent` beside it.
rem Simpler than that one: it leaves it to the incremental build to find out whether a source has changed.
setlocal
set "root=%~dp0"
set "artifacts=%root%artifacts"
set "log=%artifacts%\kent-build.log"
set "without=%artifacts%\without-orleans"
set "afresh="
set "options="

rem In the root, so that global.json decides which SDK will do.
pushd "%root%"
dotnet --version >nul 2>nul
set "found=%errorlevel%"
popd
if not "%found%"=="0" (
    echo kent: the .NET 10 SDK is needed and was not found: see https://dotnet.microsoft.com/download 1>&2
    exit /b 3
)
if not exist "%artifacts%" mkdir "%artifacts%"

set "full=%root%KentSufficiency.sln"
set "reduced=%root%KentSufficiency.Embedded.slnf"
if "%~1"=="test" goto :test
if "%~1"=="bench" goto :bench
if "%~1"=="--restore" goto :restore

set "full=%root%src\Cli"
set "reduced=%root%src\Cli"
if not exist "%artifacts%\bin\Cli\release\kent.exe" echo building KentSufficiency ^(first run takes about a minute^)... 1>&2
call :build
if errorlevel 1 exit /b 1
"%artifacts%\bin\Cli\release\kent.exe" %*
exit /b %errorlevel%

:test
call :build
if errorlevel 1 exit /b 1
set "what="%full%""
if exist "%without%" set "what="%reduced%" -p:WithOrleans=false"
rem What follows the word test goes to dotnet test.
set "rest=%*"
dotnet test %what% -c Release --no-build --nologo %rest:~4%
set "result=%errorlevel%"
if exist "%without%" echo kent: the test projects that need Orleans are left out: the package feed has no Microsoft.Orleans
exit /b %result%

:restore
set "afresh=yes"
set "options=--no-incremental -p:RestoreForce=true"
call :build
exit /b %errorlevel%

rem The benchmarks; those of the silos are a program of their own, which needs Orleans.
:bench
set "full=%root%benchmarks\Benchmarks.csproj"
set "program=%artifacts%\bin\Benchmarks\release\Benchmarks.dll"
set "rest=%*"
set "rest=%rest:~5%"
if not "%~2"=="peers" goto :silos
set "full=%root%benchmarks\peers\Peers.csproj"
set "program=%artifacts%\bin\Peers\release\KentSufficiency.Peers.dll"
for /f "tokens=1,*" %%a in ("%rest%") do set "rest=%%b"
:silos
if not "%~2"=="silos" goto :measure
if exist "%without%" (
    echo kent: the benchmarks of the silos need Orleans, and the package feed has no Microsoft.Orleans 1>&2
    exit /b 1
)
set "full=%root%benchmarks\Silos\Silos.csproj"
set "program=%artifacts%\bin\Silos\release\KentSufficiency.Silos.dll"
for /f "tokens=1,*" %%a in ("%rest%") do set "rest=%%b"
:measure
set "reduced=%full%"
call :build
if errorlevel 1 exit /b 1
dotnet "%program%" %rest%
exit /b %errorlevel%

rem Builds %full%, or %reduced% where the feed has no Orleans, which a file remembers until kent --restore.
:build
if exist "%without%" if not defined afresh goto :reduced
dotnet build "%full%" %options% -c Release --nologo -v quiet >"%log%" 2>&1
if errorlevel 1 goto :why
if exist "%without%" del "%without%"
exit /b 0

rem Only where a feed was read and lacks a package of Orleans; any other failure is shown as it is.
:why
findstr /c:"error NU1301:" "%log%" >nul && goto :failed
findstr /r /c:"error NU110[123]: [^.]*Microsoft\.Orleans\." "%log%" >nul || goto :failed
echo kent: the package feed has no Microsoft.Orleans: building without Orleans ^(kent --restore tries again^) 1>&2

:reduced
dotnet build "%reduced%" %options% -p:WithOrleans=false -c Release --nologo -v quiet >"%log%" 2>&1
if errorlevel 1 goto :failed
echo Microsoft.Orleans>"%without%"
exit /b 0

:failed
type "%log%" 1>&2
exit /b 1
