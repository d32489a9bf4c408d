package org.antiphon.account;

import java.util.List;
import java.util.Optional;

/** Which studies there are: told by a package that comes after this one, which knows none of those. */
public interface KnownStudies {

    /** A study by its name in addresses and its title. */
    record Named(String slug, String title) {}

    /** Empty if there is none of that name. */
    Optional<Named> named(String slug);

    /** All of them by slug. */
    List<Named> every();
}
