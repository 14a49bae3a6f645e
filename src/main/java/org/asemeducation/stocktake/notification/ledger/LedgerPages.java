package org.asemeducation.stocktake.notification.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The mail ledger for the secretariat: a list to search, one mail, a file for a
 * spreadsheet.
 */
@Controller
class LedgerPages {

	private final LedgerReader ledger;

	private final WholeMails mails;

	private final LedgerFile file;

	private final CurrentPerson current;

	LedgerPages(LedgerReader ledger, WholeMails mails, LedgerFile file, CurrentPerson current) {
		this.ledger = ledger;
		this.mails = mails;
		this.file = file;
		this.current = current;
	}

	@GetMapping("/desk/mails")
	ModelAndView list(MailQuery query, @RequestParam(defaultValue = "1") int page) {
		Person me = this.current.get().requireSecretariat();
		ModelAndView shown = new ModelAndView("mails").addObject("query", query)
			.addObject("times", this.ledger.times(me.userId()))
			.addObject("kinds", MailKind.values())
			.addObject("states", MailState.values())
			.addObject("cycles", this.ledger.cycles());
		try {
			return shown.addObject("list", this.ledger.page(query.search(page), null));
		}
		catch (IllegalArgumentException ex) {
			shown.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return shown.addObject("problem", ex.getMessage());
		}
	}

	@GetMapping("/desk/mails/{mail}")
	ModelAndView one(@PathVariable long mail) {
		Person me = this.current.get().requireSecretariat();
		return new ModelAndView("mail")
			.addObject("mail",
					this.mails.find(mail).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.addObject("times", this.ledger.times(me.userId()))
			.addObject("own", false);
	}

	@GetMapping("/desk/mails.csv")
	void export(MailQuery query, HttpServletResponse response) throws IOException {
		this.current.get().requireSecretariat();
		MailSearch search = query.search(1);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mails.csv\"");
		this.file.write(search, response.getWriter());
	}

}
