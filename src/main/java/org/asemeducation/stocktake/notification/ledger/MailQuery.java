package org.asemeducation.stocktake.notification.ledger;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search as it stands in the address of a page.
 */
record MailQuery(@Nullable String person, @Nullable String cycle, @Nullable String initiative, @Nullable String kind,
		@Nullable String state, @Nullable String from, @Nullable String until) {

	MailSearch search(int page) {
		String ofKind = text(this.kind);
		String inState = text(this.state);
		return new MailSearch(text(this.person), text(this.cycle), text(this.initiative),
				ofKind.isEmpty() ? null : MailKind.of(ofKind), inState.isEmpty() ? null : MailState.of(inState),
				MailSearch.day(text(this.from)), MailSearch.day(text(this.until)), page);
	}

	/** The address of another page of the same search. */
	public String onPage(long page) {
		return address("/desk/mails").queryParam("page", page).encode().toUriString();
	}

	public String asFile() {
		return address("/desk/mails.csv").encode().toUriString();
	}

	private UriComponentsBuilder address(String path) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		add(address, "person", this.person);
		add(address, "cycle", this.cycle);
		add(address, "initiative", this.initiative);
		add(address, "kind", this.kind);
		add(address, "state", this.state);
		add(address, "from", this.from);
		add(address, "until", this.until);
		return address;
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
		if (!text(value).isBlank()) {
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, text(value)));
		}
	}

	private static String text(@Nullable String written) {
		return Optional.ofNullable(written).orElse("");
	}

}
