package dev.faultline.app.cli.verb;

import dev.faultline.app.config.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// The version of the running jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"faultline " + ProgramVersion.number(), "Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
