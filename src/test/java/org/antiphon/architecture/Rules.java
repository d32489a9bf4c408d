package org.antiphon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fences of the architecture. The name of a rule is the folder of the fixture that breaks it. */
final class Rules {

    private static final Table TABLE = Table.OF_ANTIPHON;

    private Rules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("unlisted-package", everyPackageIsListed());
        rules.put("wrong-direction", packagesUseOnlyWhatTheirRowNames());
        rules.put("empty-root", theRootHoldsNothing());
        rules.put("junk-drawer", noPackageIsAJunkDrawer());
        rules.put("product-library", webAndDatabaseBelongToTheProduct());
        rules.put("tensor-library", only("tensors", Set.of("nn", "model", "training", "translation"), "ai.djl.."));
        rules.put("media-library", only("native media libraries", Set.of("media", "feature"), "org.bytedeco.."));
        rules.put("command-library", only("the command line parser", Set.of("cli"), "picocli.."));
        rules.put("tensor-leak", Members.tensorsStayInside());
        rules.put("freed-number", Members.numbersLiveUntilTheGradient());
        rules.put("entity-abroad", Members.entitiesStayInTheirPackage());
        rules.put("entity-as-json", Members.entitiesAreNeverSerialised());
        rules.put("path-name", Members.pathsAreResourcesOrPages());
        rules.put("hidden-input", Members.noClockChanceOrConsole());
        rules.replaceAll((name, rule) -> rule.as(name).allowEmptyShould(true));
        return rules;
    }

    private static ArchRule everyPackageIsListed() {
        return classes()
                .should(Conditions.each(
                        "be in a package of the table",
                        type -> type.getPackageName().equals(Table.ROOT)
                                || TABLE.rowOf(type.getPackageName()).isPresent(),
                        type -> "its package " + type.getPackageName() + " has no row in the table"));
    }

    private static ArchRule packagesUseOnlyWhatTheirRowNames() {
        return classes().should(Conditions.eachDependency("use only earlier packages", Rules::isAllowed));
    }

    private static boolean isAllowed(Dependency use) {
        String target = use.getTargetClass().getBaseComponentType().getPackageName();
        if (!Table.isOurs(target)) {
            return true;
        }
        var from = TABLE.rowOf(use.getOriginClass().getPackageName());
        var to = TABLE.rowOf(target);
        return from.isEmpty() || to.isEmpty() || TABLE.mayUse(from.get(), to.get());
    }

    private static ArchRule theRootHoldsNothing() {
        return classes().that().resideInAPackage(Table.ROOT).should().haveSimpleName("package-info");
    }

    private static ArchRule noPackageIsAJunkDrawer() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..dto..", "..service..", "..impl..");
    }

    private static ArchRule webAndDatabaseBelongToTheProduct() {
        return only(
                "web framework and database",
                Table.PRODUCT,
                "io.quarkus..",
                "jakarta..",
                "org.hibernate..",
                "io.vertx..",
                "io.smallrye..",
                "io.agroal..",
                "org.eclipse.microprofile..",
                "org.flywaydb..",
                "org.postgresql..",
                "com.github.kagkarlsson..",
                "io.zonky..",
                "java.sql..",
                "javax.sql..");
    }

    private static ArchRule only(String what, Set<String> rows, String... packages) {
        return noClasses()
                .that(describe("are not in " + rows, outside(rows)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages).as(what));
    }

    private static java.util.function.Predicate<JavaClass> outside(Set<String> rows) {
        return type -> TABLE.rowOf(type.getPackageName()).filter(rows::contains).isEmpty();
    }

    static DescribedPredicate<JavaClass> notIn(Set<String> rows) {
        return describe("are not in " + rows, outside(rows));
    }
}
