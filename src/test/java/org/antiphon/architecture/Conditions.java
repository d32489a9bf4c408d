package org.antiphon.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conditions from plain functions. */
final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> each(
            String description, Predicate<JavaClass> holds, Function<JavaClass, String> finding) {
        return findings(description, type -> holds.test(type) ? Stream.empty() : Stream.of(finding.apply(type)));
    }

    static ArchCondition<JavaClass> eachDependency(String description, Predicate<Dependency> holds) {
        return findings(description, type -> type.getDirectDependenciesFromSelf().stream()
                .filter(holds.negate())
                .map(Dependency::getDescription));
    }

    /** A condition that is violated once for each finding. */
    static ArchCondition<JavaClass> findings(String description, Function<JavaClass, Stream<String>> findings) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                findings.apply(type)
                        .forEach(finding ->
                                events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + finding)));
            }
        };
    }
}
