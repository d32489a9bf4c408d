package org.antiphon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what a type holds, returns, takes and calls. */
final class Members {

    private static final String NUMBERS_HOME = "org.antiphon.nn.Scalars";

    private static final Set<String> READ_BACKWARDS = Set.of("mul", "div", "mod", "pow", "maximum", "minimum");
    private static final Set<String> HIDDEN_NUMBER = Set.of("toDegrees", "toRadians", "scaleGradient");
    private static final Set<String> TENSORS = Set.of("ai.djl.ndarray.NDArray", "ai.djl.ndarray.NDList");
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");
    private static final Set<String> CHANCE = Set.of("java.util.Random", "java.util.SplittableRandom");

    private Members() {}

    /** Tensors belong to a scope that frees them: no field outside the networks, no public signature of the door. */
    static ArchRule tensorsStayInside() {
        return classes().should(Conditions.findings("keep tensors inside", type -> {
            String row = Table.OF_ANTIPHON.rowOf(type.getPackageName()).orElse("");
            Stream<String> held = Set.of("nn", "model", "training").contains(row)
                    ? Stream.empty()
                    : type.getFields().stream()
                            .filter(field -> involves(field.getType(), Members::isTensor))
                            .map(field -> "field " + field.getName() + " holds a tensor");
            Stream<String> shown = !row.equals("translation")
                    ? Stream.empty()
                    : type.getCodeUnits().stream()
                            .filter(unit -> isOpen(type, unit))
                            .filter(unit -> signature(unit).anyMatch(t -> involves(t, Members::isTensor)))
                            .map(unit -> "public " + unit.getName() + " shows a tensor");
            return Stream.concat(held, shown);
        }));
    }

    /**
     * The engine frees a plain number before the backward pass reads it; only {@code Scalars} knows how to keep one. Holds
     * for code without gradients as well, so that nobody has to know which code that is.
     */
    static ArchRule numbersLiveUntilTheGradient() {
        return noClasses()
                .that(describe("are not " + NUMBERS_HOME, type -> !NUMBERS_HOME.equals(type.getName())))
                .should()
                .accessTargetWhere(describe("combine a tensor with a plain number", Members::takesPlainNumber));
    }

    private static boolean takesPlainNumber(JavaAccess<?> access) {
        boolean tensors = isTensor(access.getTargetOwner())
                || access.getTargetOwner().getName().equals("ai.djl.ndarray.NDArrays");
        if (!tensors || !(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String name = target.getName();
        String operation = name.endsWith("i") ? name.substring(0, name.length() - 1) : name;
        boolean plain = target.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.lang.Number"));
        return HIDDEN_NUMBER.contains(name) || READ_BACKWARDS.contains(operation) && plain;
    }

    /** Links across packages are typed ids; the foreign key lives in SQL. */
    static ArchRule entitiesStayInTheirPackage() {
        return classes()
                .should(Conditions.eachDependency(
                        "not touch an entity of another package",
                        use -> !isEntity(use.getTargetClass().getBaseComponentType())
                                || use.getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName()
                                        .equals(use.getOriginClass().getPackageName())));
    }

    /**
     * What leaves as JSON is a record of its own: a column added to a row must not appear in an answer by itself. Looks at
     * everything that can be reached from what an endpoint takes or returns.
     */
    static ArchRule entitiesAreNeverSerialised() {
        return classes()
                .that()
                .areAnnotatedWith(PATH)
                .should(Conditions.findings("never serialise an entity", type -> type.getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(method -> signature(method).anyMatch(shown -> reaches(shown, new HashSet<>())))
                        .map(method -> method.getName() + " takes or returns an entity")));
    }

    private static boolean reaches(JavaType shown, Set<JavaClass> seen) {
        return shown.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(seen::add)
                .anyMatch(type -> isEntity(type)
                        || Table.isOurs(type.getPackageName())
                                && type.getFields().stream().anyMatch(field -> reaches(field.getType(), seen)));
    }

    static ArchRule pathsAreResourcesOrPages() {
        return classes()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .orShould()
                .haveSimpleNameEndingWith("Pages");
    }

    /** Time, chance and console are given, so that a result can be had again: only platform and cli reach for them. */
    static ArchRule noClockChanceOrConsole() {
        return noClasses()
                .that(Rules.notIn(Set.of("platform", "cli")))
                .should()
                .callCodeUnitWhere(
                        describe("read the clock, draw by chance or sleep", call -> isHidden(call.getTarget())))
                .orShould()
                .accessFieldWhere(describe("write to the console", Members::isConsole));
    }

    private static boolean isHidden(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean bare = target.getRawParameterTypes().isEmpty();
        return CLOCKS.contains(owner) && name.equals("now") && bare
                || owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.lang.Math") && name.equals("random")
                || CHANCE.contains(owner) && name.equals("<init>") && bare
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.lang.Thread") && name.equals("sleep");
    }

    private static boolean isConsole(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(access.getName());
    }

    private static boolean isOpen(JavaClass type, JavaCodeUnit unit) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    private static boolean involves(JavaType type, java.util.function.Predicate<JavaClass> found) {
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .anyMatch(found);
    }

    private static boolean isTensor(JavaClass type) {
        return TENSORS.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(ENTITY) || type.isAnnotatedWith("jakarta.persistence.MappedSuperclass");
    }
}
