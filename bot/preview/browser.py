"""Opening the start page in the person's browser."""

import webbrowser


def show_in_browser(address: str) -> bool:
    """Open the address in a graphical browser; False where there is none.

    Text browsers are left alone: they would take over the terminal that says how to stop.
    """
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:  # lynx, w3m, links; graphical ones are its subclasses
        return False
    return browser.open(address)
