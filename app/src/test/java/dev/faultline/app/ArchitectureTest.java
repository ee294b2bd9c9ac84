package dev.faultline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The order of the stages, as `app/docs/architecture.md` tells it.
class ArchitectureTest {
    private static JavaClasses code;

    @BeforeAll
    static void importCode() {
        code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.faultline");
        for (String stage : new String[]{"trace", "model", "views", "app"}) {
            assertTrue(code.stream().anyMatch(c -> c.getPackageName().startsWith("dev.faultline." + stage)),
                    stage + " must be among the classes that are checked");
        }
    }

    @Test
    void stagesFollowTheFlowOfData() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.faultline..") //
                .layer("trace").definedBy("dev.faultline.trace..") //
                .layer("model").definedBy("dev.faultline.model..") //
                .layer("views").definedBy("dev.faultline.views..") //
                .layer("app").definedBy("dev.faultline.app..") //
                .whereLayer("app").mayNotBeAccessedByAnyLayer() //
                .whereLayer("views").mayOnlyBeAccessedByLayers("app") //
                .whereLayer("model").mayOnlyBeAccessedByLayers("views", "app") //
                .check(code);
    }

    @Test
    void packagesDependOnEachOtherInOneDirectionOnly() {
        slices().matching("dev.faultline.(**)").should().beFreeOfCycles().check(code);
    }

    @Test
    void theEngineOfTheParserStaysInside() {
        noClasses().that().resideOutsideOfPackage("dev.faultline.trace..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.faultline.trace.wire..", "dev.faultline.trace.order..",
                        "dev.faultline.trace.v1..")
                .check(code);
    }

    @Test
    void theBottomOfEachStageKnowsNothingAboveIt() {
        noClasses().that().resideInAPackage("dev.faultline.model.analysis..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.faultline.model.rules..", "dev.faultline.model.judge..").check(code);
        noClasses().that().resideInAnyPackage("dev.faultline.views.scale..", "dev.faultline.views.paint..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.faultline.views.timeline..",
                        "dev.faultline.views.flame..", "dev.faultline.views.report..", "dev.faultline.views.fx..")
                .check(code);
        noClasses().that().resideInAPackage("dev.faultline.app.cli..").should().dependOnClassesThat()
                .resideInAPackage("dev.faultline.app.ui..").check(code);
    }

    @Test
    void javaFxIsKnownInTwoPackagesOnly() {
        noClasses().that().resideOutsideOfPackages("dev.faultline.views.fx..", "dev.faultline.app.ui..").should()
                .dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..").check(code);
    }

    @Test
    void parserAndModelNeedNoDesktop() {
        noClasses().that().resideInAnyPackage("dev.faultline.trace..", "dev.faultline.model..").should()
                .dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "javafx..", "org.jfree..")
                .check(code);
    }

    /// Offline: nothing in the program may even be able to open a connection.
    @Test
    void nothingTalksToTheNetwork() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.URLConnection").orShould()
                .dependOnClassesThat().resideInAnyPackage("java.net.http..", "java.nio.channels.spi..").check(code);
    }
}
