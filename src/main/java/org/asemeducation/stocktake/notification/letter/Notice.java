package org.asemeducation.stocktake.notification.letter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says that is written when it is queued: it tells what somebody has done,
 * which no later moment changes.
 *
 * @param subject one line
 * @param lead the first sentence, which goes on from the reader's name
 * @param link where to go, with its words; {@code null} when nowhere
 * @param parts the rest, each with its title
 */
public record Notice(String subject, String lead, @Nullable Link link, List<Part> parts) {

	public Notice {
		parts = List.copyOf(parts);
	}

	/**
	 * Where to go.
	 *
	 * @param path below the public address, with a leading slash
	 * @param label what the button says
	 */
	public record Link(String path, String label) {
	}

	/**
	 * A titled part.
	 *
	 * @param title what it is about
	 * @param text paragraphs, with an empty line between them
	 */
	public record Part(String title, String text) {
	}

}
