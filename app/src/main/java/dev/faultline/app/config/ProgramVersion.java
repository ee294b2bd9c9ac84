package dev.faultline.app.config;

/// The version of this program.
public final class ProgramVersion {
    private ProgramVersion() {
    }

    /// Such as `0.1.0`.
    public static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
