@echo off
rem Starts an installed Retort: what is in lib\ beside the folder of this script.
rem Needs Java 17 or later, unless the installation brings its own in java\.
rem JAVA_HOME and RETORT_JAVA_OPTIONS are respected.
setlocal
set "RETORT_PROGRAM=%~dp0..\lib\retort-cli.jar"
if not exist "%RETORT_PROGRAM%" (
    echo error: There is no program at %RETORT_PROGRAM%. Install Retort again: bin and lib belong together. 1>&2
    exit /b 1
)
if exist "%~dp0..\java\bin\java.exe" (
    set "RETORT_JAVA=%~dp0..\java\bin\java.exe"
    goto start
)
if defined JAVA_HOME (
    set "RETORT_JAVA=%JAVA_HOME%\bin\java.exe"
    goto named
)
set "RETORT_JAVA="
for %%j in (java.exe) do set "RETORT_JAVA=%%~$PATH:j"
if not defined RETORT_JAVA (
    echo error: No Java was found. Install Java 17 or later, or set JAVA_HOME. 1>&2
    exit /b 1
)
:named
if not exist "%RETORT_JAVA%" (
    echo error: JAVA_HOME is %JAVA_HOME%, where there is no bin\java.exe. Set it to a Java of version 17 or later. 1>&2
    exit /b 1
)
rem The version is in a file beside the JVM; an old one has none, or begins with 1.
set "RETORT_JAVA_VERSION="
for %%j in ("%RETORT_JAVA%") do for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION^= "%%~dpj..\release" 2^>nul') do set "RETORT_JAVA_VERSION=%%~v"
if defined RETORT_JAVA_VERSION set "RETORT_JAVA_VERSION=%RETORT_JAVA_VERSION:"=%"
if defined RETORT_JAVA_VERSION if %RETORT_JAVA_VERSION% LSS 17 (
    echo error: Retort needs Java 17 or later; %RETORT_JAVA% is version %RETORT_JAVA_VERSION%. Install a later one, or set JAVA_HOME. 1>&2
    exit /b 1
)
:start
"%RETORT_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -XX:MaxMetaspaceSize=512m %RETORT_JAVA_OPTIONS% -cp "%RETORT_PROGRAM%" dev.retort.internal.cli.Main %*
exit /b %ERRORLEVEL%
