package dev.faultline.app;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/// That code names no class and calls no method by which a connection could be opened, here or in another program.
final class Offline extends ArchCondition<JavaClass> {
    /// Where Java and JavaFX keep what talks to the network.
    private static final Pattern NETWORK = Pattern.compile(
            "(java\\.net|java\\.nio\\.channels|javax\\.net|java\\.rmi|javax\\.naming|javax\\.management\\.remote|java\\.sql"
                    + "|javax\\.script|com\\.sun\\.net|com\\.sun\\.jndi|jdk\\.net|sun\\.net|sun\\.nio\\.ch|javafx\\.scene\\.web"
                    + "|javafx\\.scene\\.media|netscape\\.javascript)\\..*");
    /// Of that, what names a place or reads a file.
    private static final Pattern HARMLESS = Pattern.compile(
            "java\\.net\\.(URI|URL|URISyntaxException|MalformedURLException)"
                    + "|java\\.nio\\.channels\\.(FileChannel(\\$MapMode)?|FileLock|OverlappingFileLockException|Channels"
                    + "|\\w*ByteChannel|Closed\\w*Exception)");
    /// What has other programs do it.
    private static final Pattern PROGRAMS = Pattern.compile(
            "java\\.lang\\.ProcessBuilder|java\\.awt\\.Desktop|javafx\\.application\\.HostServices");
    /// What opens an address that is written in a text, or asks for a machine's name.
    private static final Pattern CALLS = Pattern.compile(
            "java\\.net\\.URL\\.(openConnection|openStream|getContent|hashCode|equals)|java\\.lang\\.Runtime\\.exec"
                    + "|javax\\.imageio\\.ImageIO\\.read\\(java\\.net\\.URL\\)|java\\.awt\\.Toolkit\\.(get|create)Image"
                    + "|java\\.nio\\.file\\.FileSystems\\.newFileSystem\\(java\\.net\\.URI.*");

    Offline() {
        super("be unable to open a connection");
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        for (Dependency d : from.getDirectDependenciesFromSelf()) {
            String to = d.getTargetClass().getBaseComponentType().getFullName();
            if (NETWORK.matcher(to).matches() && !HARMLESS.matcher(to).matches() || PROGRAMS.matcher(to).matches()) {
                events.add(SimpleConditionEvent.violated(from, d.getDescription()));
            }
        }
        for (JavaAccess<?> access : from.getAccessesFromSelf()) {
            if (CALLS.matcher(access.getTarget().getFullName()).lookingAt()) {
                events.add(SimpleConditionEvent.violated(from, access.getDescription()));
            }
        }
    }
}
