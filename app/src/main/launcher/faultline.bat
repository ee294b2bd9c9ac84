@echo off
rem Starts Faultline with the Java runtime that lies beside it, wherever that is.
rem FAULTLINE_JAVA_OPTS holds further options for the runtime, such as -Xmx2g.
setlocal
set "HOME_DIR=%~dp0.."
if not exist "%HOME_DIR%\runtime\bin\java.exe" (
  echo faultline: there is no Java runtime in %HOME_DIR%\runtime; build it with: mvn package 1>&2
  exit /b 2
)
rem Java takes the start-up cache only if it was made for these very jars, and does without a word otherwise.
set "CACHE=-Xshare:auto"
if exist "%HOME_DIR%\lib\faultline.aot" set "CACHE=-XX:AOTCache=%HOME_DIR%\lib\faultline.aot"
rem A command reads its trace once, and arrays that grow with the trace live to the end: they need not begin among the young.
set "ARRAYS="
if "%~1"=="summary" set "ARRAYS=-XX:PretenureSizeThreshold=256k"
if "%~1"=="analyze" set "ARRAYS=-XX:PretenureSizeThreshold=256k"
"%HOME_DIR%\runtime\bin\java.exe" ^
  -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:-UsePerfData ^
  -XX:InitialRAMPercentage=0.6 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=35 %ARRAYS% ^
  -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 ^
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 ^
  -XX:CompileCommand=quiet -XX:CompileCommand=dontinline,dev.faultline.trace.event.EventCursor::unpack ^
  -XX:CompileCommand=dontinline,dev.faultline.trace.column.Packed::unpack ^
  -XX:CompileCommand=dontinline,dev.faultline.trace.column.Packed::get -XX:CompileCommand=dontinline,*Pass::moved ^
  "%CACHE%" -Xlog:disable "-Xlog:all=error,aot*=off,cds*=off:stderr" ^
  --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow ^
  -Djava.awt.headless=true ^
  %FAULTLINE_JAVA_OPTS% ^
  -cp "%HOME_DIR%\lib\faultline.jar" dev.faultline.app.Main %*
exit /b %ERRORLEVEL%
