package org.antiphon;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * The integration tests of studies and of accounts but for their pages, which take about as long as those in
 * {@link OthersHalf}. They stand here by name: what a search of the class path cannot load, because the server does not
 * start, it leaves out without a word.
 */
@Suite
@SelectClasses(
        names = {
            "org.antiphon.account.AccountsIT",
            "org.antiphon.account.ElsewhereIT",
            "org.antiphon.account.GuardIT",
            "org.antiphon.account.SignInIT",
            "org.antiphon.study.FrozenTablesIT",
            "org.antiphon.study.StudyApiIT",
            "org.antiphon.study.StudyEditorIT",
            "org.antiphon.study.edition.PreviewIT",
            "org.antiphon.study.edition.StimulusMeasuringIT",
            "org.antiphon.study.rating.AdmittingIT",
            "org.antiphon.study.rating.CrowdIT",
            "org.antiphon.study.rating.EveryParadigmIT",
            "org.antiphon.study.rating.ExclusionIT",
            "org.antiphon.study.rating.KilledServerIT",
            "org.antiphon.study.rating.LeakIT",
            "org.antiphon.study.rating.PageLeakIT",
            "org.antiphon.study.rating.PageLooksIT",
            "org.antiphon.study.rating.ParticipantPageIT",
            "org.antiphon.study.rating.PlantedTruthIT",
            "org.antiphon.study.rating.RealMediaLeakIT",
            "org.antiphon.study.rating.TakingPartIT"
        })
class StudiesHalf {}
