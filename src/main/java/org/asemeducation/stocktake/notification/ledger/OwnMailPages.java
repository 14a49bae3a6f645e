package org.asemeducation.stocktake.notification.ledger;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a coordinator was mailed: their own mails and nobody else's.
 */
@Controller
class OwnMailPages {

	private final LedgerReader ledger;

	private final WholeMails mails;

	private final CurrentPerson current;

	OwnMailPages(LedgerReader ledger, WholeMails mails, CurrentPerson current) {
		this.ledger = ledger;
		this.mails = mails;
		this.current = current;
	}

	@GetMapping("/mails")
	ModelAndView list(@RequestParam(defaultValue = "1") int page) {
		Person me = this.current.get().requireCoordinator();
		return new ModelAndView("own-mails").addObject("list", this.ledger.page(MailSearch.all(page), me.userId()))
			.addObject("times", this.ledger.times(me.userId()));
	}

	@GetMapping("/mails/{mail}")
	ModelAndView one(@PathVariable long mail) {
		Person me = this.current.get().requireCoordinator();
		return new ModelAndView("mail")
			.addObject("mail",
					this.mails.find(mail, me.userId())
						.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.addObject("times", this.ledger.times(me.userId()))
			.addObject("own", true);
	}

}
