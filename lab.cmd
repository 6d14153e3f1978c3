@echo off
rem Runs socketlab: finds a JDK 25 or newer, builds lab.jar when it is missing or older than the sources, starts it.
rem "lab java FILE.java ..." starts a program in a single file on that JDK, "lab javac ..." its compiler; both build nothing.
rem Paths may hold spaces, parentheses and exclamation marks: hence no delayed expansion, and goto instead of blocks.
setlocal EnableExtensions DisableDelayedExpansion

set "NEED=25"
for %%D in ("%~dp0.") do set "LAB_HOME=%%~fD"
set "LAB_TARGET=%LAB_HOME%\lab-cli\target"
set "LAB_JAR=%LAB_TARGET%\lab.jar"
set "LAB_LOG=%LAB_TARGET%\build.log"
set "LAB_LOCK=%LAB_TARGET%\build.lock.txt"
set "WAITED=0"

if "%~1"=="java" goto java
if "%~1"=="javac" goto java
if not exist "%LAB_HOME%\pom.xml" goto handed_out
call :check_sources
if not defined WHY goto run

if not exist "%LAB_TARGET%\" mkdir "%LAB_TARGET%" 2>nul
2>nul (>"%LAB_TARGET%\build.probe" echo.)
if not exist "%LAB_TARGET%\build.probe" goto unwritable
del "%LAB_TARGET%\build.probe"

rem Windows opens a file for writing once, and closes it however this process ends: that is the lock.
:lock
set "LOCKED="
8>&2 2>nul ( 9>"%LAB_LOCK%" ( call :build 2>&8 ) )
if defined LOCKED goto built
set /a "WAITED+=1"
if %WAITED% EQU 1 >&2 echo lab: waiting for another lab that is building lab.jar ...
if %WAITED% GEQ 900 goto waited_enough
ping -n 2 127.0.0.1 >nul
goto lock

:built
if not "%BUILD_CODE%"=="0" exit /b 1
goto run

:handed_out
if exist "%LAB_JAR%" goto run
set "LAB_JAR=%LAB_HOME%\lab.jar"
if exist "%LAB_JAR%" goto run
>&2 echo lab: "%LAB_JAR%" does not exist, and there are no sources to build it from
exit /b 1

:run
set "TOOL=java"
call :find_jdk
if not defined JDK goto no_jdk
set "UNSAFE="
if "%~1"=="bench" set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
set "COLLECTOR=-XX:+UseSerialGC"
if "%~1"=="bench" set "COLLECTOR="
if "%~1"=="report" set "COLLECTOR="
rem A user who names a collector gets that one: two would be an error.
echo "%JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %_JAVA_OPTIONS%" | findstr /C:"-XX:+Use" >nul && set "COLLECTOR="
"%JDK%\bin\java.exe" -Xlog:disable %UNSAFE% %COLLECTOR% "-Dlab.home=%LAB_HOME%" -jar "%LAB_JAR%" %*
exit /b %ERRORLEVEL%

:java
set "TOOL=%~1"
call :find_jdk
if not defined JDK goto no_jdk
rem The command line begins with the word java or javac: run it as it is.
set "PATH=%JDK%\bin;%PATH%"
%*
exit /b %ERRORLEVEL%

:no_jdk
call :say_no_jdk
exit /b 1

:unwritable
>&2 echo lab: cannot write to "%LAB_TARGET%", where lab.jar is built
exit /b 1

:waited_enough
>&2 echo lab: another lab has been building for 15 minutes; end it, then start again
exit /b 1

rem ---------------------------------------------------------------------------------------------------- subroutines

rem Sets WHY when lab.jar must be built. Where PowerShell cannot run, an existing jar is used as it is.
:check_sources
set "WHY=it does not exist yet"
if not exist "%LAB_JAR%" exit /b 0
set "WHY="
powershell -NoProfile -NonInteractive -Command "$jar = (Get-Item -LiteralPath $env:LAB_JAR).LastWriteTimeUtc; $all = @(Get-Item -LiteralPath (Join-Path $env:LAB_HOME 'pom.xml')); foreach ($module in Get-ChildItem -LiteralPath $env:LAB_HOME -Directory) { foreach ($part in 'pom.xml', 'src\main') { $path = Join-Path $module.FullName $part; if (Test-Path -LiteralPath $path) { $all += @(Get-Item -LiteralPath $path) + @(Get-ChildItem -LiteralPath $path -Recurse) } } }; foreach ($one in $all) { if ($one.LastWriteTimeUtc -gt $jar) { exit 3 } }; exit 0" >nul 2>nul <nul
if %ERRORLEVEL% EQU 3 set "WHY=the sources are newer"
exit /b 0

rem Sets LOCKED, because it is only called with the lock held, and BUILD_CODE.
:build
set "LOCKED=yes"
set "BUILD_CODE=0"
call :check_sources
if not defined WHY exit /b 0
set "BUILD_CODE=1"
set "TOOL=javac"
call :find_jdk
if not defined JDK goto say_no_jdk
set "MVN="
if exist "%LAB_HOME%\mvnw.cmd" set "MVN=%LAB_HOME%\mvnw.cmd"
if not defined MVN for /f "delims=" %%M in ('where mvn.cmd mvn.exe mvn.bat 2^>nul') do if not defined MVN set "MVN=%%M"
if not defined MVN goto say_no_maven
>&2 echo lab: building lab.jar (once; %WHY%) ...
set "JAVA_HOME=%JDK%"
pushd "%LAB_HOME%"
call "%MVN%" -q -B -Dstyle.color=never -DskipTests package -pl lab-cli -am >"%LAB_LOG%" 2>&1 <nul
set "BUILD_CODE=%ERRORLEVEL%"
popd
if not exist "%LAB_JAR%" set "BUILD_CODE=1"
if "%BUILD_CODE%"=="0" exit /b 0
>&2 echo lab: the build failed; its whole log is "%LAB_LOG%", these are its last lines:
>&2 powershell -NoProfile -NonInteractive -Command "Get-Content -LiteralPath $env:LAB_LOG -Tail 20" <nul
exit /b 1

:say_no_maven
>&2 echo lab: lab.jar must be built, but mvn is not on PATH; install Maven 3.8 or newer
exit /b 1

:say_no_jdk
>&2 echo lab: no JDK %NEED% or newer with bin\%TOOL%.exe found (looked at JAVA_HOME, PATH and the usual folders under "%ProgramFiles%" and "%USERPROFILE%"); install one, for example Eclipse Temurin %NEED%, or set JAVA_HOME to one
exit /b 1

rem Sets JDK to the first home that has bin\%TOOL%.exe and is new enough.
:find_jdk
set "JDK="
if not defined JAVA_HOME goto find_on_path
set "CANDIDATE=%JAVA_HOME:"=%"
call :try
:find_on_path
for /f "delims=" %%J in ('where java.exe 2^>nul') do set "CANDIDATE=%%~dpJ.." & call :try
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\*") do set "CANDIDATE=%%~fD" & call :try
for /d %%D in ("%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*") do set "CANDIDATE=%%~fD" & call :try
for /d %%D in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do set "CANDIDATE=%%~fD" & call :try
for /d %%D in ("%USERPROFILE%\scoop\apps\*jdk*") do set "CANDIDATE=%%~fD\current" & call :try
exit /b 0

rem Sets JDK to CANDIDATE unless it is set. The version is read from the file `release`, because starting a JVM is slow.
:try
if defined JDK exit /b 0
if not exist "%CANDIDATE%\release" exit /b 0
if not exist "%CANDIDATE%\bin\%TOOL%.exe" exit /b 0
set "MAJOR=0"
for /f "usebackq tokens=1,* delims==" %%A in ("%CANDIDATE%\release") do if "%%A"=="JAVA_VERSION" for /f "delims=.-+_" %%M in ("%%~B") do set "MAJOR=%%M"
set /a "MAJOR+=0" 2>nul
if %MAJOR% GEQ %NEED% set "JDK=%CANDIDATE%"
exit /b 0
