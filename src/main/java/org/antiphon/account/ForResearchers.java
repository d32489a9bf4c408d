package org.antiphon.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for those who are signed in; others are sent to the sign-in page, programs get a 401. Reading needs {@link Right#READ},
 * everything else {@link Right#WRITE}, unless {@link Needs} says otherwise. Addresses of studies ({@code /studies/…} and
 * {@code /api/studies/…}) are guarded without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForResearchers {}
