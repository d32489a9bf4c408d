package org.antiphon.dashboard.statistics;

/** What was computed, where the method is from, and what gives the same number elsewhere. */
public enum Method {
    QUARTILES(
            "Median and quartiles",
            "Type 7 of Hyndman and Fan (1996), Sample quantiles in statistical packages",
            "R: quantile(x); Python: numpy.quantile(x, q)"),
    CLUSTERED_T(
            "Mean with an interval clustered by participant",
            "Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage samples: CR2"
                    + " with Satterthwaite's degrees of freedom; with equally many ratings each, the t interval of"
                    + " participants' means",
            "R: clubSandwich::conf_int(lm(value ~ 1), vcov = \"CR2\", cluster = participant)"),
    BOUNDED_T(
            "Mean of numbers within a range, with an interval clustered by participant",
            "The error and degrees of freedom of CR2 (Bell and McCaffrey 2002), carried by the delta method to the logit of the"
                    + " range, or to the logarithm where it has one end, and back: the interval stays within the range",
            "R: as survey::svyciprop(method = \"logit\") does for shares"),
    CLUSTERED_BOOTSTRAP(
            "Mean with a bootstrap interval clustered by participant",
            "Studentised bootstrap that draws whole participants: Davison and Hinkley (1997), Bootstrap methods and their"
                    + " application, 3.8 and 5.2",
            "R: boot::boot.ci(b, type = \"stud\"), b drawn from participants"),
    SIGNED_RANK(
            "Wilcoxon signed-rank test",
            "Wilcoxon (1945), Individual comparisons by ranking methods; zeros by Wilcoxon or by Pratt (1959)",
            "Python: scipy.stats.wilcoxon(d, zero_method, correction=True, method); R: wilcox.test(d)"),
    RANK_BISERIAL(
            "Matched-pairs rank-biserial correlation",
            "Kerby (2014), The simple difference formula",
            "R: effectsize::rank_biserial(x, y, paired = TRUE)"),
    COHEN_DZ(
            "Cohen's dz",
            "Lakens (2013), Calculating and reporting effect sizes; interval by the noncentral t distribution: Steiger and"
                    + " Fouladi (1997)",
            "R: effectsize::cohens_d(x, y, paired = TRUE)"),
    HOLM(
            "Holm's correction for several tests",
            "Holm (1979), A simple sequentially rejective multiple test procedure",
            "R: p.adjust(p, \"holm\")"),
    FRIEDMAN(
            "Friedman test with Kendall's W",
            "Friedman (1937), with the correction for ties and the F approximation of Iman and Davenport (1980)",
            "Python: scipy.stats.friedmanchisquare; R: friedman.test"),
    BRADLEY_TERRY(
            "Bradley-Terry strengths with ties",
            "Davidson (1970), On extending the Bradley-Terry model to accommodate ties; errors by leaving out one participant"
                    + " at a time (CR3); where conditions are separated, a penalty",
            "R: BradleyTerry2::BTm, gnm for Davidson's ties; Python: choix.ilsr_pairwise without ties"),
    PROPORTION(
            "Share with exact interval",
            "Clopper and Pearson (1934), The use of confidence or fiducial limits",
            "Python: scipy.stats.binomtest(k, n).proportion_ci(); R: binom.test(k, n)"),
    ABX(
            "ABX trials",
            "Binomial test; d' by Macmillan and Creelman (2005), Detection theory, chapter 9",
            "Python: scipy.stats.binomtest(k, n, 0.5, \"greater\"); R: psyphy::dprime.ABX(Pc, method = \"ind\" or \"diff\")"),
    HIT_RATE(
            "Hit rates and Wagner's unbiased hit rate",
            "Wagner (1993), On measuring performance in category judgment studies of nonverbal behavior",
            "R: by hand: H * H / (row total * column total), t.test on asin(sqrt(Hu)) by participant"),
    MUSHRA_SCREENING(
            "Post-screening of assessors",
            "ITU-R BS.1534-3 (2015), 4.1.2: both rules, and items whose mid anchor is not degraded enough",
            "counted by hand"),
    KRIPPENDORFF(
            "Krippendorff's alpha",
            "Krippendorff (2011), Computing Krippendorff's alpha-reliability; interval by leaving out clips, and raters,"
                    + " in turn (jackknife)",
            "R: irr::kripp.alpha(ratings, method); Python: krippendorff.alpha(data)"),
    ICC(
            "Intraclass correlation",
            "Shrout and Fleiss (1979), ICC(2,1), ICC(2,k), ICC(3,k); intervals by McGraw and Wong (1996)",
            "R: psych::ICC(ratings); Python: pingouin.intraclass_corr"),
    POWER(
            "Power of a paired comparison",
            "Cohen (1988), Statistical power analysis, by the noncentral t distribution",
            "R: power.t.test(n, delta = dz, type = \"paired\", strict = TRUE); Python: statsmodels TTestPower"),
    PEARSON(
            "Pearson's correlation",
            "Fisher (1921), On the probable error of a coefficient of correlation; bootstrap over clips",
            "Python: scipy.stats.pearsonr; R: cor.test(x, y)"),
    SPEARMAN(
            "Spearman's rank correlation",
            "Spearman (1904); interval by Bonett and Wright (2000); bootstrap over clips",
            "Python: scipy.stats.spearmanr; R: cor.test(x, y, method = \"spearman\", exact = FALSE)"),
    KENDALL(
            "Kendall's tau-b",
            "Kendall (1945), The treatment of ties in ranking problems; interval by Bonett and Wright (2000); bootstrap over"
                    + " clips",
            "Python: scipy.stats.kendalltau(x, y, method=\"asymptotic\"); R: cor.test(x, y, method = \"kendall\", exact ="
                    + " FALSE)"),
    CAREFULNESS(
            "Straight-lining and speed",
            "Longest run: Johnson (2005); relative speed: Leiner (2019), Too fast, too straight, too weird",
            "R: careless::longstring");

    private final String title;
    private final String source;
    private final String sameAs;

    Method(String title, String source, String sameAs) {
        this.title = title;
        this.source = source;
        this.sameAs = sameAs;
    }

    /** As the heading of a table. */
    public String title() {
        return title;
    }

    /** Who described it, and where. */
    public String source() {
        return source;
    }

    /** A call in R or Python that gives the same number. */
    public String sameAs() {
        return sameAs;
    }
}
