package org.asemeducation.stocktake.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

/**
 * A sealed version as its page shows it.
 *
 * @param title such as {@code Version 4 for ministers}
 * @param at when it was sealed, in the cycle's zone
 * @param by the person's name; {@code null} for the public, who learn which body acted
 * and never which person
 * @param published whether this is the public one
 * @param earlier the numbers of those before it, which it can be compared with
 */
record ShownVersion(int version, String title, String at, @Nullable String by, boolean published, List<Integer> earlier,
		List<File> files) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	/**
	 * Shows a version.
	 * @param shown the numbers of all versions on the page
	 */
	static ShownVersion of(SealedVersion version, ZoneId zone, boolean published, @Nullable String by,
			List<Integer> shown) {
		return new ShownVersion(version.version(), title(version),
				"%s (%s)".formatted(MINUTE.format(version.sealedAt().atZone(zone)), zone.getId()), by, published,
				shown.stream().filter((it) -> it < version.version()).toList(),
				version.files().stream().map(File::of).toList());
	}

	private static String title(SealedVersion version) {
		return switch (version.state()) {
			case FOR_OFFICIALS -> "Version %d for senior officials".formatted(version.version());
			case CORRECTED -> "Version %d, corrected".formatted(version.version());
			default -> (version.number() == 0) ? "Version %d for ministers".formatted(version.version())
					: "Version %d for ministers, amended".formatted(version.version());
		};
	}

	/**
	 * A file with what it is to its reader.
	 */
	record File(String name, String title, String size, String sha256) {

		private static File of(SealedVersion.File file) {
			return new File(file.name(), ReportFormat.of(file.name()).orElseThrow().title(),
					String.format(Locale.ENGLISH, "%,d bytes", file.size()), file.sha256());
		}

	}

}
