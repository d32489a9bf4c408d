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
            "Python: scipy.stats.friedmanchisquare; R: friedman.test");

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
