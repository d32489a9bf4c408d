package org.antiphon;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The integration tests of studies and accounts, which take about as long as those in {@link OthersHalf}. */
@Suite
@SelectPackages({"org.antiphon.account", "org.antiphon.study"})
@IncludeClassNamePatterns(".*IT")
class StudiesHalf {}
