package org.antiphon.dashboard.export;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.antiphon.account.ForResearchers;

/** Where the data of a study are handed out. */
@Path("/studies/{slug}/data")
@Produces(MediaType.TEXT_HTML)
@ForResearchers
@Blocking
public class ExportPages {

    private final Exports exports;

    @Inject
    ExportPages(Exports exports) {
        this.exports = exports;
    }

    @CheckedTemplate(basePath = "ExportPages")
    static class Pages {
        private Pages() {}

        static native TemplateInstance data(
                String slug,
                Exports.Extent extent,
                Product everything,
                List<Product> tables,
                List<Product> others,
                String r,
                String python);
    }

    @GET
    public TemplateInstance data(@PathParam("slug") String slug) {
        List<Product> all = Exports.products();
        Exports.Extent extent = exports.extent(slug);
        List<Product> tables = all.stream()
                .filter(one -> one.name().endsWith(Products.CSV)
                        && !one.name().startsWith(Products.STRICT)
                        && !one.name().equals(Products.CODEBOOK_TABLE))
                .toList();
        List<Product> others = all.stream()
                .filter(one -> !tables.contains(one)
                        && one != all.get(0)
                        && extent.fills(one)
                        && !one.name().endsWith(Products.LINES))
                .toList();
        String file = slug + "-ratings.csv";
        return Pages.data(slug, extent, all.get(0), tables, others, ReadMe.r(file), ReadMe.python(file));
    }
}
