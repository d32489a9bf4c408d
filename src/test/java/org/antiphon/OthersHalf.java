package org.antiphon;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The integration tests that are not in {@link StudiesHalf}. */
@Suite
@SelectClasses(
        names = {
            "org.antiphon.account.AccountPagesIT",
            "org.antiphon.corpus.CorpusQueueIT",
            "org.antiphon.dashboard.export.DataPageIT",
            "org.antiphon.dashboard.export.ExportIT",
            "org.antiphon.dashboard.monitor.ColdStartIT",
            "org.antiphon.dashboard.monitor.MonitorIT",
            "org.antiphon.dashboard.monitor.MonitorPageIT",
            "org.antiphon.dashboard.reading.StudyReadingIT",
            "org.antiphon.dashboard.results.FullPagesIT",
            "org.antiphon.dashboard.results.ModelsIT",
            "org.antiphon.dashboard.results.OracleIT",
            "org.antiphon.dashboard.results.ResultsIT",
            "org.antiphon.dashboard.results.TrespassIT",
            "org.antiphon.generation.HomePageIT",
            "org.antiphon.generation.JobQueueIT",
            "org.antiphon.generation.MeasuringAnewIT",
            "org.antiphon.generation.MetricsPageIT",
            "org.antiphon.generation.TranslationApiIT",
            "org.antiphon.generation.TranslationPageIT",
            "org.antiphon.platform.EmbeddedDatabaseIT"
        })
class OthersHalf {}
