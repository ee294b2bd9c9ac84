package dev.faultline.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The order of the packages, as `app/docs/architecture.md` tells it, and what belongs into few of them.
class ArchitectureTest {
    private static final String ROOT = "dev.faultline.";
    private static final Path DOCUMENT = Path.of("docs", "architecture.md");

    private final JavaClasses code = ProgramCode.CLASSES;

    /// Nothing is checked that is not there, and nothing is there that is not checked.
    @Test
    void theDocumentNamesEveryPackage() throws IOException {
        var there = code.stream().map(c -> c.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, new TreeSet<>(PackageOrder.read(DOCUMENT).packages()));
    }

    @Test
    void aPackageKnowsOnlyPackagesBeforeIt() throws IOException {
        classes().should(PackageOrder.read(DOCUMENT).hold(ROOT)).check(code);
    }

    @Test
    void theEngineOfTheParserStaysInside() {
        noClasses().that().resideOutsideOfPackage(ROOT + "trace..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "trace.wire..", ROOT + "trace.order..", ROOT + "trace.v1..").check(code);
    }

    @Test
    void theCommandLineNeedsNoWindow() {
        noClasses().that().resideInAPackage(ROOT + "app.cli..").should().dependOnClassesThat()
                .resideInAPackage(ROOT + "app.ui..").check(code);
    }

    @Test
    void javaFxIsKnownInTwoPackagesOnly() {
        noClasses().that().resideOutsideOfPackages(ROOT + "views.fx..", ROOT + "app.ui..").should()
                .dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..").check(code);
    }

    @Test
    void parserAndModelNeedNoDesktop() {
        noClasses().that(resideInAPackage(ROOT + "trace..").or(resideInAPackage(ROOT + "model.."))).should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing..", "javafx..", "org.jfree.."))
                .check(code);
    }

    /// Where columns lie and what is kept from one opening to the next is known to the store and to codecs only; mapped
    /// bytes also to those who read files.
    @Test
    void onlyTheStoreAndCodecsKnowWhatIsKeptAndWhere() {
        noClasses().that().resideOutsideOfPackage("dev.faultline.trace.store..").and()
                .haveSimpleNameNotEndingWith("Codec").should().dependOnClassesThat()
                .haveFullyQualifiedName("dev.faultline.trace.store.PartReader").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("dev.faultline.trace.store.PartWriter").check(code);
        noClasses().that().resideOutsideOfPackages("dev.faultline.trace.store..", "dev.faultline.trace.column..")
                .should().dependOnClassesThat().haveFullyQualifiedName("dev.faultline.trace.column.Slabs").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("dev.faultline.trace.column.ColumnMemory").check(code);
        noClasses().that().resideOutsideOfPackages("dev.faultline.trace.store..", "dev.faultline.trace.column..",
                "dev.faultline.trace", "dev.faultline.trace.container..", "dev.faultline.trace.wire..",
                "dev.faultline.trace.v1..").should().dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.foreign.Arena").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.foreign.MemorySegment").check(code);
    }
}
