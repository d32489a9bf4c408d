package org.antiphon.dashboard.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.antiphon.dashboard.figure.Cell;
import org.antiphon.dashboard.figure.Data;
import org.antiphon.dashboard.figure.Figure;
import org.antiphon.dashboard.results.Section.Shown;

/** Results for programs: every figure as the rows of its table, numbers as numbers, null where nothing is known. */
final class ResultsJson {

    private ResultsJson() {}

    static ObjectNode of(Results results) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("study", results.slug()).put("title", results.title()).put("edition", results.version());
        ArrayNode pooled = json.putArray("pooledWith");
        results.query().more().forEach(pooled::add);
        ArrayNode warnings = json.putArray("warnings");
        results.warnings().forEach(warnings::add);
        json.put("asOf", results.read().toString());
        ObjectNode query = json.putObject("query");
        query.put("include", results.query().include().word());
        query.put("screening", results.query().screening());
        query.put("group", results.query().group().orElse(null));
        query.put("metric", results.query().metric().orElse(null));
        query.put("seed", results.query().seed());
        json.putObject("sessions")
                .put("counted", results.counts().counted())
                .put("excluded", results.counts().excluded())
                .put("going", results.counts().going())
                .put("stopped", results.counts().stopped())
                .put("target", results.counts().target());
        json.put("ratings", results.ratings());
        ArrayNode groups = json.putArray("groups");
        results.groups()
                .forEach((key, words) -> groups.addObject().put("group", key).put("question", words));
        ArrayNode metrics = json.putArray("metrics");
        results.metrics()
                .forEach(
                        (name, label) -> metrics.addObject().put("metric", name).put("label", label));
        ArrayNode tasks = json.putArray("tasks");
        for (Section section : results.sections()) {
            ObjectNode task = tasks.addObject();
            task.put("task", section.task()).put("paradigm", section.paradigm()).put("question", section.question());
            figures(task.putArray("see"), section.see(), results);
            figures(task.putArray("sure"), section.sure(), results);
        }
        return json;
    }

    private static void figures(ArrayNode list, List<Shown> all, Results results) {
        for (Shown shown : all) {
            Figure figure = shown.figure();
            ObjectNode json = list.addObject();
            json.put("name", figure.name()).put("title", figure.title()).put("statement", shown.statement());
            json.put("definition", figure.definition());
            rows(json.putArray("rows"), figure.data());
            ObjectNode links = json.putObject("links");
            for (String ending : List.of("svg", "png", "csv", "R", "py")) {
                links.put(ending, address(results, figure, ending));
            }
        }
    }

    /** Where a figure is to be had. */
    static String address(Results results, Figure figure, String ending) {
        ResultsQuery fixed = results.query().ofVersion(results.version());
        return "/api/studies/" + results.slug() + "/figures/" + figure.name() + "." + ending + fixed.inAddress();
    }

    private static void rows(ArrayNode rows, Data data) {
        for (List<Cell> row : data.rows()) {
            ObjectNode json = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                String name = data.columns().get(i).name();
                if (row.get(i) instanceof Cell.Number number) {
                    if (!Double.isFinite(number.value())) {
                        json.putNull(name);
                    } else if (number.value() == Math.rint(number.value()) && number.decimals() == 0) {
                        json.put(name, (long) number.value());
                    } else {
                        json.put(name, number.value());
                    }
                } else {
                    json.put(name, row.get(i).exact());
                }
            }
        }
    }
}
