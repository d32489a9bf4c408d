package org.antiphon.model.flowfield;

/**
 * Sizes of a flow-field model.
 *
 * @param dim channels of the motion expectation
 * @param hidden channels inside its blocks
 * @param blocks how many blocks
 * @param flowDim channels of the network that refines the motion by flow matching
 * @param flowBlocks its blocks
 * @param decoderWidth channels of the flow decoder at full size
 * @param spread deviation of the motion around its expectation, in units of each code's own deviation
 */
public record FlowFieldConfig(
        int dim, int hidden, int blocks, int flowDim, int flowBlocks, int decoderWidth, float spread) {

    static final int KERNEL = 7;

    private static final int[] DILATIONS = {1, 2, 4, 8, 1, 2, 4, 16};

    /** @throws IllegalArgumentException naming the sizes if one is not positive */
    public FlowFieldConfig {
        if (dim < 1 || hidden < 1 || blocks < 1 || flowDim < 1 || flowBlocks < 1 || decoderWidth < 1 || !(spread > 0)) {
            throw new IllegalArgumentException("flow-field sizes must be positive: dim " + dim + ", hidden " + hidden
                    + ", blocks " + blocks + ", flowDim " + flowDim + ", flowBlocks " + flowBlocks + ", decoderWidth "
                    + decoderWidth + ", spread " + spread);
        }
    }

    static int dilation(int block) {
        return DILATIONS[block % DILATIONS.length];
    }

    /** How many frames before and after a frame its motion depends on. */
    public int reach() {
        int reach = 1;
        for (int i = 0; i < blocks; i++) {
            reach += KERNEL / 2 * dilation(i);
        }
        for (int i = 0; i < flowBlocks; i++) {
            reach += KERNEL / 2 * dilation(i);
        }
        return reach;
    }
}
