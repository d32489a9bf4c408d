package org.antiphon.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a method of a resource needs, where its HTTP method does not: a POST that changes nothing needs {@link Right#READ},
 * a GET that only researchers may see {@link Right#WRITE}. Wherever it stands, nobody comes in who is not signed in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    /** The right, in the study that the path names, or on this server if it names none. */
    Right value();

    /** Whether a token of a script will not do. */
    boolean inPerson() default false;
}
