"""The terminal: `python -m bot`, also installed as `on-the-record`."""

import sys
import traceback

INTERRUPTED = 130
# As in sysexits.h (EX_SOFTWARE); Python's own 1 would read as "nothing found".
FAULT = 70


def main() -> None:
    """Run the verb that the command line names, and leave with its status."""
    try:
        from bot.cli.app import app  # noqa: PLC0415 - so that Ctrl-C is quiet while this loads, too

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001 - the outermost place
        traceback.print_exc()
        sys.exit(FAULT)


if __name__ == "__main__":
    main()
