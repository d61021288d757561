@echo off
rem Starts an installed Retort: what is in lib\ beside the folder of this script.
rem Needs Java 17 or later, unless the installation brings its own in java\.
rem JAVA_HOME and RETORT_JAVA_OPTIONS are respected. No blocks in brackets: a path such as "Program Files (x86)" would end them.
setlocal
set "RETORT_PROGRAM=%~dp0..\lib\retort-cli.jar"
if not exist "%RETORT_PROGRAM%" goto noprogram

set "RETORT_JAVA=%~dp0..\java\bin\java.exe"
if exist "%RETORT_JAVA%" goto start
if not defined JAVA_HOME goto path
set "RETORT_JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%RETORT_JAVA%" goto nohome
goto age

:path
set "RETORT_JAVA="
for %%j in (java.exe) do set "RETORT_JAVA=%%~$PATH:j"
if not defined RETORT_JAVA goto nojava

:age
rem The version is in a file beside the JVM. What has no such file is left to the JVM to refuse.
set "RETORT_MAJOR="
for %%j in ("%RETORT_JAVA%") do set "RETORT_RELEASE=%%~dpj..\release"
if not exist "%RETORT_RELEASE%" goto start
for /f "usebackq tokens=2 delims==." %%v in (`findstr /b "JAVA_VERSION=" "%RETORT_RELEASE%"`) do set "RETORT_MAJOR=%%v"
if not defined RETORT_MAJOR goto start
set "RETORT_MAJOR=%RETORT_MAJOR:"=%"
if %RETORT_MAJOR% LSS 17 goto tooold

:start
"%RETORT_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -XX:MaxMetaspaceSize=512m %RETORT_JAVA_OPTIONS% -jar "%RETORT_PROGRAM%" %*
exit /b %ERRORLEVEL%

:noprogram
echo error: There is no program at "%RETORT_PROGRAM%". Install Retort again: bin and lib belong together. 1>&2
exit /b 1

:nojava
echo error: No Java was found. Install Java 17 or later, or set JAVA_HOME. 1>&2
exit /b 1

:nohome
echo error: JAVA_HOME is "%JAVA_HOME%", where there is no bin\java.exe. Set it to a Java of version 17 or later. 1>&2
exit /b 1

:tooold
echo error: Retort needs Java 17 or later; "%RETORT_JAVA%" is version %RETORT_MAJOR%. Install a later one, or set JAVA_HOME. 1>&2
exit /b 1
