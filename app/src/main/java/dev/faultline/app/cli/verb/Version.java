package dev.faultline.app.cli.verb;

import picocli.CommandLine.IVersionProvider;

/// The version of the running jar.
public final class Version implements IVersionProvider {
    /// The version alone, such as `0.1.0`.
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[]{"faultline " + number(), "Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")};
    }
}
