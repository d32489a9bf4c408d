package org.antiphon.study.design.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** By which value of the key {@code kind} a document chooses this record among those of a sealed interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {

    /** The value of {@code kind}. */
    String value();

    /** What it is, for the schema and the editor. */
    String means();
}
