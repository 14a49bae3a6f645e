package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.stereotype.Component;

/**
 * Looks at a document that is handed out as it came: a whole PDF or Word file, by its
 * structure and not by its name.
 */
@Component
public class OfficialDocument {

	private final Checking checking;

	OfficialDocument(Checking checking) {
		this.checking = checking;
	}

	/**
	 * Checks it.
	 * @param name as its owner calls it
	 * @param content its bytes
	 * @return the name that fits what it is, and its type: {@code pdf} or {@code docx}
	 * @throws Refused when it is neither, damaged or empty
	 */
	public Checked check(String name, byte[] content) {
		try {
			Path arrived = Files.createTempFile("document", null);
			Path unused = Files.createTempFile("document", null);
			try {
				Files.write(arrived, content);
				CheckedFile file = this.checking.check(FileName.plain(name), arrived, unused);
				if (file.type() != FileType.PDF && file.type() != FileType.DOCX) {
					throw refused(name, "it is neither a PDF nor a Word file. Save it as one of these.");
				}
				return new Checked(file.name(), file.type().word());
			}
			finally {
				Files.delete(arrived);
				Files.delete(unused);
			}
		}
		catch (NotTaken ex) {
			throw refused(name, ex.getMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The type of a file as browsers know it.
	 * @param type {@code pdf} or {@code docx}
	 * @return such as {@code application/pdf}
	 */
	public static String mediaType(String type) {
		return FileType.of(type).mediaType().toString();
	}

	private static Refused refused(String name, String because) {
		String sentence = "“%s” is not attached: %s".formatted(name, because);
		return Refused.invalid(sentence, List.of(new Problem("file", sentence)));
	}

	/**
	 * A document that may be handed out.
	 */
	public record Checked(String name, String type) {
	}

}
