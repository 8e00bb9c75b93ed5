@echo off
rem Starts Plumbline. In a source checkout it first builds the jar when that is missing or older
rem than the sources; beside a released plumbline.jar it builds nothing.
rem
rem   JAVA_HOME             the Java to use; else the one on the PATH
rem   PLUMBLINE_JAVA_OPTS   further options for Java, for example -Xmx4g
rem   PLUMBLINE_JAR         run this jar and build nothing
setlocal
set "HOME_DIR=%~dp0"

if defined JAVA_HOME (
  set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA_EXE=java.exe"
)
"%JAVA_EXE%" -version >nul 2>&1
if errorlevel 1 (
  echo plumbline: no Java found: set JAVA_HOME to a JDK 17 or newer, or put java on the PATH. 1>&2
  exit /b 2
)
for /f "tokens=3" %%v in ('^""%JAVA_EXE%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="^"') do set "JAVA_MAJOR=%%v"
if "%JAVA_MAJOR:~0,2%"=="1." set "JAVA_MAJOR=%JAVA_MAJOR:~2%"
if %JAVA_MAJOR% LSS 17 (
  echo plumbline: Java %JAVA_MAJOR% is too old; Plumbline needs 17 or newer. Set JAVA_HOME to a newer JDK. 1>&2
  exit /b 2
)

if defined PLUMBLINE_JAR (
  set "JAR=%PLUMBLINE_JAR%"
  goto run
)
if not exist "%HOME_DIR%pom.xml" (
  set "JAR=%HOME_DIR%plumbline.jar"
  goto run
)
set "JAR=%HOME_DIR%cli\target\plumbline.jar"
if not exist "%JAR%" goto build
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $root = $env:HOME_DIR; $newer = @(Get-Item ($root + 'pom.xml'), ($root + '*\pom.xml')) + @(Get-ChildItem -Recurse ($root + '*\src\main')) | Where-Object { $_.LastWriteTime -gt $jar } | Select-Object -First 1; if ($newer) { exit 1 }"
if errorlevel 1 goto build
goto run

:build
echo plumbline: building; the first time this downloads libraries and takes 1 to 5 minutes ... 1>&2
set "LOCK=%HOME_DIR%cli\target\launcher-lock"
if not exist "%HOME_DIR%cli\target" mkdir "%HOME_DIR%cli\target"
mkdir "%LOCK%" 2>nul
if errorlevel 1 (
  echo plumbline: another launcher builds; try again when it is done. If none does, delete "%LOCK%". 1>&2
  exit /b 70
)
pushd "%HOME_DIR%"
call mvnw.cmd -q -B -ntp -pl cli -am -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
set "BUILD_RESULT=%ERRORLEVEL%"
popd
rd /s /q "%LOCK%"
if not "%BUILD_RESULT%"=="0" (
  echo plumbline: the build failed; see above. 1>&2
  exit /b 70
)

:run
if not exist "%JAR%" (
  echo plumbline: there is no "%JAR%". 1>&2
  exit /b 2
)
set "HEAP=-Xms1g -Xmn448m -XX:MaxTenuringThreshold=1"
echo "%PLUMBLINE_JAVA_OPTS%" | findstr /c:"-Xm" /c:"Heap" /c:"RAM" /c:"New" >nul && set "HEAP="
"%JAVA_EXE%" -XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:-DontCompileHugeMethods -XX:+UseSerialGC %HEAP% %PLUMBLINE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
