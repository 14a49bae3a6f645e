package org.asemeducation.stocktake.update.files;

import java.util.List;

/**
 * What a file is called: the last part of what a browser sends, without anything that a
 * screen would not show as it is.
 */
final class FileName {

	private static final int LONGEST = 120;

	private FileName() {
	}

	static String plain(String sent) {
		String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
		String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
			.replaceAll("\\s+", " ")
			.strip();
		if (plain.isEmpty() || plain.startsWith(".")) {
			plain = "file" + plain;
		}
		return shortened(plain);
	}

	/**
	 * The name with an ending that fits what the file holds.
	 * @param name a plain one
	 * @param held what the file holds
	 * @return the same name, or with the ending that was missing or names another kind of
	 * picture
	 * @throws NotTaken when the name says something else than the file holds
	 */
	static String fitting(String name, FileType held) throws NotTaken {
		String ending = ending(name);
		if (held.mayEnd(ending)) {
			return name;
		}
		if (ending.isEmpty()) {
			return name + "." + held.ending();
		}
		boolean otherPicture = held.isPicture()
				&& List.of(FileType.values()).stream().anyMatch((type) -> type.isPicture() && type.mayEnd(ending));
		if (!otherPicture) {
			throw new NotTaken(
					"its name ends in .%s, but it holds %s. Give it its right name, or choose the right file."
						.formatted(ending, held.words()));
		}
		return name.substring(0, name.length() - ending.length()) + held.ending();
	}

	static String ending(String name) {
		int dot = name.lastIndexOf('.');
		String ending = name.substring(dot + 1);
		return (dot > 0 && ending.matches("[A-Za-z0-9]{1,8}")) ? ending : "";
	}

	private static String shortened(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		String ending = ending(name);
		String end = ending.isEmpty() ? "" : "." + ending;
		int cut = LONGEST - end.length();
		return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + end;
	}

}
