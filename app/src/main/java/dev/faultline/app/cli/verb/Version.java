package dev.faultline.app.cli.verb;

import picocli.CommandLine.IVersionProvider;

/// The version of the running jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[]{"faultline " + (version == null ? "(not packaged)" : version), "Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
