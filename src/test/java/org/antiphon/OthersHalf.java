package org.antiphon;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The integration tests that are not in {@link StudiesHalf}, wherever they are. */
@Suite
@SelectPackages("org.antiphon")
@ExcludePackages({"org.antiphon.account", "org.antiphon.study"})
@IncludeClassNamePatterns(".*IT")
class OthersHalf {}
