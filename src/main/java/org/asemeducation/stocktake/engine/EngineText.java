package org.asemeducation.stocktake.engine;

/**
 * What the engine's columns for names can hold; ours hold more.
 */
public final class EngineText {

	private static final int LONGEST = 255;

	private EngineText() {
	}

	/**
	 * A name as the engine can keep it.
	 * @param name of any length
	 * @return the same, or its beginning with an ellipsis, whole characters only
	 */
	public static String name(String name) {
		if (name.codePointCount(0, name.length()) <= LONGEST) {
			return name;
		}
		return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
	}

}
