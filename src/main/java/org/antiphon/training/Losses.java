package org.antiphon.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** What a step costs: the total that is differentiated, and named parts (scalars) for the log, in a stable order. */
public record Losses(NDArray total, Map<String, NDArray> parts) {}
