package org.asemeducation.stocktake.access;

import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes as contacts file is read row by row or refused with a sentence.
 */
class MutatedContactsTest {

	private static final String HEADER = "party,name,e-mail,language,zone,role\n";

	@Property(tries = 1000)
	void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
		read(bytes);
	}

	@Property(tries = 1000)
	void anyRowsAreReadOrRefused(@ForAll("rows") String rows) {
		read((HEADER + rows).getBytes(StandardCharsets.UTF_8));
	}

	@Property(tries = 1000)
	void anyContactIsMadeOrRefused(@ForAll("cells") String name, @ForAll("cells") String email,
			@ForAll("cells") String language) {
		try {
			NewContact contact = new NewContact(new PartyId(1), name, email, language, NewContact.zone(name),
					NewContact.COORDINATOR);
			assertThat(contact.name()).doesNotContain("\n", "\r", "\u0000", "\u202E", "\u200B");
			assertThat(contact.email()).doesNotContain(" ", ",", "<");
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).endsWith(".");
		}
	}

	@Provide
	Arbitrary<String> rows() {
		return cells().list()
			.ofMaxSize(8)
			.map((cells) -> String.join(",", cells))
			.list()
			.ofMaxSize(5)
			.map((rows) -> String.join("\n", rows));
	}

	@Provide
	Arbitrary<String> cells() {
		return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
				Arbitraries.of("ASEF", "\"", "\"\"", "a\"b", ";", "=1+1", "kim@example.org", "en", "Europe/Rome",
						"coordinator", "\uFEFF", "\u202E", "\u0000", "\uD83D\uDE00", "<b>", "", " "));
	}

	private static void read(byte[] file) {
		try {
			List<ContactsFile.Row> rows = ContactsFile.read(file);
			assertThat(rows).isNotEmpty();
			for (ContactsFile.Row row : rows) {
				cells(row);
			}
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).matches("(?s)[A-Z].*[.]").doesNotContain("java.", "Exception");
		}
	}

	private static void cells(ContactsFile.Row row) {
		assertThat(row.line()).isPositive();
		for (String column : ContactsFile.COLUMNS) {
			try {
				assertThat(row.cell(column)).isEqualTo(row.cell(column).strip());
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex.getMessage()).endsWith(".");
			}
		}
	}

}
